package knowledge_test

// checksum is the SHA-256 of places.bin.
const checksum = "c5530c7b3ab54aa3604be54481898a0d35c5a4c8043673834c6be6766f16080b"
