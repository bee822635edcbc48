/** A mistake on the command line; its message says what to write instead, and is printed without a stack. */
export function mistake(message: string): Error {
  return Object.assign(new Error(message), { name: mistakeName });
}

export function isMistake(error: unknown): error is Error {
  return error instanceof Error && error.name === mistakeName;
}

const mistakeName = 'Mistake';
