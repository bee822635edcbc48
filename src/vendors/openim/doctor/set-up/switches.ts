/** Which switches a version of the server has, and in which of its files they stand. */

import { type OpenimServerVersion, openimServerVersions } from '../../send/server';
import { type Switch, switchList } from './switch-list';

/** None for servers before 3.0: their names are not known here. */
export function switchesOf(version: OpenimServerVersion): readonly Switch[] {
  return switchList.filter(({ first, last }) => age(first) <= age(version) && age(version) <= age(last));
}

/** What is said of a version without switches here. */
export const unknownHere = (version: OpenimServerVersion): string =>
  `the names of the switches of server ${version} are not known here, only those of 3.0 and newer`;

/** The switch with this name, in whatever case: the server takes any. */
export function switchNamed(key: string, among: readonly Switch[]): Switch | undefined {
  return among.find((one) => one.key.toLowerCase() === key.toLowerCase());
}

/** Which versions have a switch of this name; undefined where none has. */
export function versionsWith(key: string): string | undefined {
  const ranges = switchList.filter((one) => one.key.toLowerCase() === key.toLowerCase());
  const oldest = ranges.toSorted((a, b) => age(a.first) - age(b.first))[0];
  const newest = ranges.toSorted((a, b) => age(b.last) - age(a.last))[0];
  if (oldest === undefined || newest === undefined) return undefined;
  return oldest.first === newest.last ? `server ${oldest.first}` : `servers ${oldest.first} to ${newest.last}`;
}

export interface ConfigFile {
  readonly name: string;
  /** The map in it that has URL and switches; undefined where they stand at the top. */
  readonly section: string | undefined;
}

/** A file of their own since 3.7.0; before, a section of the one that has everything. */
export function configFileOf(version: OpenimServerVersion): ConfigFile {
  return age(version) >= age('3.7')
    ? { name: 'webhooks.yml', section: undefined }
    : { name: 'config.yaml', section: 'callback' };
}

const age = (version: OpenimServerVersion) => openimServerVersions.indexOf(version);
