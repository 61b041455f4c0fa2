package knowledge_test

// checksum is the SHA-256 of places.bin.
const checksum = "12b25045d6830a635684d02a0a9a3fa7671930e73aae0c1c5eec10c5625a9d88"
