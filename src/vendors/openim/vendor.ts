import type { VendorValue } from '../vendor';
import { type OpenimCommand, openimCommands, openimIndex, openimTopics } from './catalogue';
import { openimVocabulary } from './catalogue/vocabulary';

type Sending = typeof import('./send').sending;

export const openim: VendorValue<'openim', OpenimCommand, Sending> = {
  name: 'openim',
  label: 'OpenIM',
  shortLabel: 'OpenIM',
  topics: openimTopics,
  // The list is made topic by topic, and its entries are those of the union.
  commands: openimCommands as readonly OpenimCommand[],
  index: openimIndex,
  vocabulary: openimVocabulary,
  // Not an import, so that receivers never load it. TypeScript knows no types of what `require` gives.
  sending: () => (require('./send') as typeof import('./send')).sending,
  schema: () => (require('./schema') as typeof import('./schema')).openimSchema,
};
