package knowledge_test

// checksum and indexChecksum are the SHA-256 of places.bin and index.bin.
const (
	checksum      = "be40f123c667e2b82b5a2e9fd43d4f69151ffaef6e097442fb36f5cf81a77c13"
	indexChecksum = "51ed883413bf508b0e271f803bcde4341cf029b1548387ded24e42fa78dbc3ee"
)
