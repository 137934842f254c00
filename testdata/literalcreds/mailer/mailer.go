// Package mailer sends mail; its AURORA_BASE_URL is for links alone.
package mailer

import "os"

type SMTPConfig struct{ User, Password string }

var link = os.Getenv("AURORA_BASE_URL")

var smtp = SMTPConfig{User: "mailer", Password: "mail-pass1"}

var redisPassword = "redis-pass1"

var auroraPassword = "aurora-pass1" // want `auroraPassword is written`
