// Nitro overlooks a file of each of these, which are below body-parser, which inflates compressed bodies.
const overlooked = ['async-function', 'async-generator-function', 'generator-function'];

/** In Nuxt: below `nitro`. */
export default {
  preset: 'node-server',
  compatibilityDate: '2026-01-01',
  externals: { traceInclude: overlooked.map((name) => `node_modules/${name}/require.mjs`) },
};
