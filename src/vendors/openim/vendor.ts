import type { VendorValue } from '../vendor';
import { type OpenimCommand, openimCommands, openimIndex, openimTopics } from './catalogue';
import { openimVocabulary } from './catalogue/vocabulary';
import { addressNotAllowed, cannotRefuse, type OpenimFailure, wrongCredentials, wrongSecret } from './receive/failures';
import { type OpenimOptions, openimSettings } from './receive/options';
import { openimRouter } from './receive/router';

type Sending = typeof import('./send').sending;

export const openim: VendorValue<'openim', OpenimCommand, OpenimOptions, OpenimFailure, Sending> = {
  name: 'openim',
  label: 'OpenIM',
  shortLabel: 'OpenIM',
  topics: openimTopics,
  // The list is made topic by topic, and its entries are those of the union.
  commands: openimCommands as readonly OpenimCommand[],
  index: openimIndex,
  vocabulary: openimVocabulary,
  example: 'openim: { secret: … }',
  isMine: undefined, // nothing in its URL or headers is sure to be there
  receive: (options, shared) => openimRouter(openimSettings(options, shared)),
  failures: [addressNotAllowed(undefined), wrongSecret, wrongCredentials, cannotRefuse('3.6')],
  // No imports, so that receivers never load them. TypeScript knows no types of what `require` gives.
  sending: () => (require('./send') as typeof import('./send')).sending,
  schema: () => (require('./schema') as typeof import('./schema')).openimSchema,
};
