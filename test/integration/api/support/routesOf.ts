/** The addresses that an Express application really answers, read off its routers. */

/** What Express 5 keeps of a handler: a route of its own, or a router with more. */
export interface Layer {
  readonly route?: {
    readonly path: string | readonly string[];
    readonly methods: Readonly<Record<string, boolean>>;
  };
  readonly handle: { readonly stack?: readonly Layer[] };
  /** Where it is mounted. */
  readonly rawPath: unknown;
}

/** As `get /api/v1/bookings/{id}`. */
export function routesOf(stack: readonly Layer[], prefix = ''): string[] {
  return stack.flatMap((layer) => {
    if (layer.route) return addresses(layer.route, prefix);
    return layer.handle.stack ? routesOf(layer.handle.stack, prefix + mountOf(layer)) : [];
  });
}

function addresses({ path, methods }: NonNullable<Layer['route']>, prefix: string): string[] {
  const paths = typeof path === 'string' ? [path] : path;
  return paths.flatMap((each) =>
    Object.keys(methods).map((method) => `${method} ${prefix}${each.replace(/:(\w+)/g, '{$1}')}`),
  );
}

function mountOf({ rawPath }: Layer): string {
  if (typeof rawPath !== 'string')
    throw new Error('this test reads only routers that are mounted at one path');
  return rawPath === '/' ? '' : rawPath;
}
