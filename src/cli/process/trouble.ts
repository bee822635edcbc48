/** What stands in the way though the command line is right; printed without a stack, too. */
export function trouble(message: string): Error {
  return Object.assign(new Error(message), { name: troubleName });
}

export function isTrouble(error: unknown): error is Error {
  return error instanceof Error && error.name === troubleName;
}

const troubleName = 'Trouble';
