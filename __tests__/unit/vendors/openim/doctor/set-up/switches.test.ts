import { openimIndex } from '../../../../../../src/vendors/openim/catalogue';
import { switchList } from '../../../../../../src/vendors/openim/doctor/set-up/switch-list';
import { switchesOf, switchNamed, versionsWith } from '../../../../../../src/vendors/openim/doctor/set-up/switches';
import { openimServerVersions } from '../../../../../../src/vendors/openim/send/server';
import reference from '../../../../../support/fixtures/reference/openim.json';

const configured = reference.filter(({ configKey }) => configKey !== null && /^\w+$/.test(configKey));

describe('the switches of servers from 3.7 on', () => {
  const recent = switchList.filter(({ last }) => last === 'main' || last === '3.7');

  it('are those of the reference, each for its command', () => {
    const pairs = recent.flatMap(({ key, command }) => (command === undefined ? [] : [`${key} ${command}`]));
    expect(pairs.toSorted()).toEqual(configured.map(({ configKey, command }) => `${configKey} ${command}`).toSorted());
  });

  it('are there from the version on in which their command first came', () => {
    const since = (command: string | undefined) => reference.find((one) => one.command === command)?.since ?? '';
    const mainOnly = recent.filter(({ command }) => since(command).startsWith('main')).map(({ key }) => key);
    expect(recent.filter(({ first }) => first === 'main').map(({ key }) => key)).toEqual(mainOnly);
    const from38 = recent.filter(({ first }) => first === '3.8').map(({ command }) => since(command));
    expect(from38.filter((one) => !one.startsWith('3.8'))).toEqual([]);
  });
});

it.each(openimServerVersions)('server %s has each switch once, for a command of the catalogue', (version) => {
  const switches = switchesOf(version);
  const keys = switches.map(({ key }) => key.toLowerCase());
  expect(new Set(keys).size).toBe(keys.length);
  const commands = switches.flatMap(({ command }) => command ?? []);
  expect(new Set(commands).size).toBe(commands.length);
  expect(commands.filter((command) => !openimIndex.has(command))).toEqual([]);
  expect(switches.length > 0).toBe(!version.startsWith('2.'));
});

it('a switch has its name in any case, and is reported by its versions', () => {
  expect(switchNamed('BEFORESENDGROUPMSG', switchesOf('3.8'))?.command).toBe('callbackBeforeSendGroupMsgCommand');
  expect(versionsWith('superGroupOnlinePush')).toBe('servers 3.0 to 3.6');
  expect(versionsWith('afterMsgSaveDB')).toBe('server main');
  expect(versionsWith('beforeSendGroupMsg')).toBe('servers 3.0 to main');
  expect(versionsWith('nothing')).toBeUndefined();
});
