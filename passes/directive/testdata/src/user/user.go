package user

import "client"

func use() {
	new(client.Gateway).Sale() // want `client Gateway` `client Sale`
	client.Refund()            // want `client Refund`
	client.Ping()
	client.Typed[int]{}.Do() // want `client Typed` `client Do`
	client.Other{}.Do()
}
