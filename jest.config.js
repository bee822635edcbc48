/** TypeScript through swc; types are checked by tsc, not here. */
const shared = {
  setupFiles: ['<rootDir>/__tests__/support/quiet.ts'],
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
};

/** `npm test` runs `short`, `npm run test:long` what a change rarely breaks: crashes, outages, browsers, command lines of their own. */
module.exports = {
  // For a test that hangs; none measures the speed of the machine.
  testTimeout: 30_000,
  projects: [
    { ...shared, displayName: 'short', testMatch: ['**/!(*.long).test.ts'] },
    { ...shared, displayName: 'long', testMatch: ['**/*.long.test.ts'] },
  ],
};
