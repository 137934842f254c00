// Package plansuse builds its clients elsewhere.
package plansuse

import (
	"context"
	"io"
	"os"
	"time"

	"github.com/auroravet/auroravet/testdata/sandboxhost/plans"
)

// Export copies what is read.
func Export(ctx context.Context, month string, w io.Writer) error {
	c := plans.Start().Waiting(time.Hour).Sandbox().Build() // want `Plan.Sandbox fixes the sandbox host api.uat.flute.com`
	resp, err := c.Get(ctx, "/pay-api/v1/settlements?month="+month)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(w, resp.Body)
	return err
}

func copied() *plans.Client {
	p := plans.Start()
	q := p.UAT() // want `p.UAT fixes the sandbox host`
	return q.Build()
}

func made() *plans.Client {
	return plans.Plan{}.Staging().Build() // want `plans.Plan{}.Staging fixes the sandbox host`
}

func handedOn() *plans.Client {
	return plans.Start().Preview().Build() // want `Plan.Preview fixes the sandbox host`
}

func unset() *plans.Client {
	p := plans.Start()
	if os.Getenv("AURORA_ENV") == "" {
		p = p.Sandbox() // want `p.Sandbox falls back to the sandbox host`
	}
	return p.Build()
}

func asked() *plans.Client {
	p := plans.Start()
	if os.Getenv("AURORA_ENV") == "uat" {
		p = p.Sandbox()
	}
	return p.Build()
}

func flagged(practice bool) *plans.Client {
	if practice {
		return plans.Start().Staging().Build()
	}
	return plans.Start().Build()
}

func live() *plans.Client { return plans.Start().Waiting(time.Second).Build() }

var steps = map[string]func(plans.Plan) plans.Plan{
	"uat":  plans.Plan.Sandbox,
	"live": func(p plans.Plan) plans.Plan { return p },
}

func stepped(env string) *plans.Client { return steps[env](plans.Start()).Build() }

func secretly() *plans.Client {
	return plans.For("s3cr3t-of-the-till"). // nothing of which is shown
						Sandbox(). // want `^Plan.Sandbox fixes the sandbox host`
						Build()
}

func atConstant() *plans.Client {
	return plans.Start().At("uat").Build() // want `^Plan.At\("uat"\) fixes the sandbox host`
}

func atRunTime(env string) *plans.Client { return plans.Start().At(env).Build() }

func turned() *plans.Client {
	var b plans.Bench
	return b.UseSandbox().Client() // want `b.UseSandbox fixes the sandbox host`
}
