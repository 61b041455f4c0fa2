package knowledge_test

// checksum and indexChecksum are the SHA-256 of places.bin and index.bin.
const (
	checksum      = "bfa9c9d00ad4d515b8c6a58b909393b3190543a71293758cd98e73545eec5111"
	indexChecksum = "1e9b803a152d51ec237055f95ade50bcc0be7fb10f1b35c3607d11e9c778c94f"
)
