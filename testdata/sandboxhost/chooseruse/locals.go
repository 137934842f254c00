package chooseruse

import "github.com/auroravet/auroravet/testdata/sandboxhost/typed"

func named() string {
	env := typed.Sandbox
	return typed.Dial(env) // want `fixes the sandbox host`
}

func namedIf(test bool) string {
	env := typed.Production
	if test {
		env = typed.Sandbox
	}
	return typed.Dial(env)
}

func read(into func(*typed.Stage)) string {
	env := typed.Sandbox
	into(&env)
	return typed.Dial(env)
}
