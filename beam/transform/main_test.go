package transform_test

import (
	"testing"


)

func TestMain(m *testing.M) { ptest.Main(m) }
