import { plainAddress } from '../../../src/options/address';

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:5678', '192.0.2.1'],
  [' 192.0.2.1 ', '192.0.2.1'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ['[::ffff:192.0.2.1]:80', '::ffff:192.0.2.1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['[fe80::1%eth0]:80', 'fe80::1'],
  ['192.0.2.1, 198.51.100.7', '192.0.2.1'],
  ['192.0.2.1:80,10.0.0.1:80', '192.0.2.1'],
])('%s is %s', (written, address) => expect(plainAddress(written)).toBe(address));

it.each([undefined, '', 'unknown', '_hidden', '192.0.2', '192.0.2.1:', '1.2.3.4:5:6', '[::1', '010.0.0.1', '0x7f.1'])(
  '%j is not one',
  (written) => expect(plainAddress(written)).toBeUndefined(),
);
