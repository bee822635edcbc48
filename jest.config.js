/** One suite, TypeScript through swc; types are checked by tsc, not here. */
module.exports = {
  setupFiles: ['<rootDir>/__tests__/support/quiet.ts'],
  testEnvironment: 'node',
  // For a test that hangs; none measures the speed of the machine.
  testTimeout: 30_000,
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
};
