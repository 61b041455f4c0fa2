package knowledge_test

// checksum is the SHA-256 of places.bin.
const checksum = "bfd8731de9ccf99e8a8a4fda9f8a06c84db71e29c015154064ae4ee21bb0e2e8"
