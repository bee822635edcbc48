import { credentialsOf, type ReceiverCredentials } from './receivers';

interface Layer {
  readonly handle?: unknown;
  readonly route?: unknown;
}

/**
 * The options of the receiver that is this function, or that is mounted in this Express app or router, however deep.
 * Express (4 and 5) keeps what is mounted in lists called `stack`; an app mounted in an app hides behind a closure and is
 * not found.
 */
export function receiverIn(target: unknown, depth = 0): ReceiverCredentials | undefined {
  if ((typeof target !== 'function' && typeof target !== 'object') || target === null) return undefined;
  const own = credentialsOf(target);
  if (own !== undefined || depth > 8) return own;
  for (const { handle, route } of stackOf(target)) {
    const found = receiverIn(route ?? handle, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Express 4 has `_router`, and a getter `router` that throws; Express 5 has `router`; a router has its `stack`. */
function stackOf(target: { _router?: unknown; router?: unknown; stack?: unknown }): readonly Layer[] {
  const { stack } = (target.stack === undefined ? (target._router ?? routerOf(target)) : target) as { stack?: unknown };
  return Array.isArray(stack) ? stack : [];
}

function routerOf(app: { router?: unknown }): object {
  try {
    return app.router ?? {};
  } catch {
    return {};
  }
}
