import type { VendorValue } from '../vendor';
import { type OpenimCommand, openimCommands, openimIndex, openimTopics } from './catalogue';
import { openimVocabulary } from './catalogue/vocabulary';

export const openim: VendorValue<'openim', OpenimCommand> = {
  name: 'openim',
  label: 'OpenIM',
  topics: openimTopics,
  // The list is made topic by topic, and its entries are those of the union.
  commands: openimCommands as readonly OpenimCommand[],
  index: openimIndex,
  vocabulary: openimVocabulary,
  commandLine: () => (require('./doctor') as typeof import('./doctor')).commandLine,
};
