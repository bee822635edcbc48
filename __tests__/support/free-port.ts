/** The rigs and the tests take their ports in the same way. */
export const { freePort }: { freePort(): Promise<number> } = require('../../scripts/free-port');
