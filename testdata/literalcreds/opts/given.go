package opts

// Option changes a client.
type Option func(*settings)

type settings struct {
	secret func() string
	name   func() string
}

// WithSource says where the secret comes from.
func WithSource(f func() string) Option { return func(s *settings) { s.secret = f } }

// WithName says what the client is called.
func WithName(f func() string) Option { return func(s *settings) { s.name = f } }

// New makes a client of the Flute API.
func New(opts ...Option) string {
	s := &settings{}
	for _, o := range opts {
		o(s)
	}
	return s.name() + s.secret()
}
