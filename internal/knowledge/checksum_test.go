package knowledge_test

// checksum is the SHA-256 of places.bin.
const checksum = "d4b4bc55b4e8d7c3d5b20b2a65918b93e106222a92006d5ce2cacba6cefd9595"
