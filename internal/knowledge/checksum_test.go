package knowledge_test

// checksum and indexChecksum are the SHA-256 of places.bin and index.bin.
const (
	checksum      = "1d772777dd28039c2c6edd823d8190d749b9425fd918f3386b3342f9a7529cfd"
	indexChecksum = "5b161744e961befcb20cf368532e17430520446398cab567afe7769649b9c5a4"
)
