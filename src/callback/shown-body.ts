const shown = new WeakSet<object>();

/** Code of the host gets this body, and may change it at any time: from now on nobody else may rely on it. */
export function noteShown(body: unknown): void {
  if (typeof body === 'object' && body !== null) shown.add(body);
}

export function wasShown(body: object): boolean {
  return shown.has(body);
}
