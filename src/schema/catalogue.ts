import { type AnyCommand, indexByWire, type Vendor } from '../catalogue/command';
import { openimTopics } from '../vendors/openim/catalogue';
import { openimVocabulary } from '../vendors/openim/catalogue/vocabulary';
import { tencentTopics } from '../vendors/tencent/catalogue';
import { tencentVocabulary } from '../vendors/tencent/catalogue/vocabulary';

/** What documents need of one vendor. */
export interface VendorCatalogue {
  readonly vendor: Vendor;
  /** The vendor's name as people write it. */
  readonly name: string;
  readonly topics: Readonly<Record<string, readonly AnyCommand[]>>;
  /** What a field of this name means wherever it stands. */
  readonly vocabulary: Readonly<Record<string, string>>;
}

/** Both vendors, in the order in which documents list them. */
export const catalogues: Readonly<Record<Vendor, VendorCatalogue>> = {
  tencent: { vendor: 'tencent', name: 'Tencent Cloud Chat', topics: tencentTopics, vocabulary: tencentVocabulary },
  openim: { vendor: 'openim', name: 'OpenIM', topics: openimTopics, vocabulary: openimVocabulary },
};

const commands = indexByWire(Object.values(catalogues).flatMap(({ topics }) => Object.values(topics).flat()));

/** The command of this name, or of this alias; throws when there is none. */
export function commandNamed(wire: string): AnyCommand {
  const command = commands.get(wire);
  if (command === undefined) {
    throw new TypeError(`no command is called ${wire}; write a wire name, e.g. 'Group.CallbackAfterSendMsg'`);
  }
  return command;
}
