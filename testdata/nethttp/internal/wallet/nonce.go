package wallet

import "github.com/google/uuid"

func nonce() string { return uuid.NewString() }
