import { installed } from '../../../src/options/installed';

const missing = { what: 'a part', packages: 'one two' };

it('loads what is there', () => {
  expect(installed(() => 1, missing)).toBe(1);
});

it('says what to install where it is missing, and keeps what was thrown', () => {
  const cause = Object.assign(new Error('Cannot find module'), { code: 'MODULE_NOT_FOUND' });
  const load = () => {
    throw cause;
  };
  expect(() => installed(load, missing)).toThrow(
    expect.objectContaining({ message: 'a part needs what is not installed; run npm install one two', cause }),
  );
});

it.each([[new SyntaxError('unexpected token')], [undefined]])('throws anything else as it is: %p', (cause) => {
  let thrown: unknown = 'nothing';
  try {
    installed(() => {
      throw cause;
    }, missing);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBe(cause);
});
