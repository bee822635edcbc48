import type { VendorValue } from '../vendor';
import { type OpenimCommand, openimCommands, openimIndex, openimTopics } from './catalogue';
import { openimVocabulary } from './catalogue/vocabulary';
import { addressNotAllowed, cannotRefuse, type OpenimFailure, wrongCredentials, wrongSecret } from './receive/failures';

type Receive = typeof import('./receive').receive;
type Sending = typeof import('./send').sending;
type Messages = typeof import('./message').messages;

export const openim: VendorValue<'openim', OpenimCommand, OpenimFailure, Receive, Sending, Messages> = {
  name: 'openim',
  label: 'OpenIM',
  shortLabel: 'OpenIM',
  topics: openimTopics,
  // The list is made topic by topic, and its entries are those of the union.
  commands: openimCommands as readonly OpenimCommand[],
  index: openimIndex,
  vocabulary: openimVocabulary,
  example: 'openim: { secret: … }',
  ownOptions: ['secret', 'credentials', 'allowedAddresses', 'serverVersion'],
  isMine: undefined, // nothing in its URL or headers is sure to be there
  failures: [addressNotAllowed(undefined), wrongSecret, wrongCredentials, cannotRefuse('3.6')],
  // No imports: each part is loaded by those who ask for it. TypeScript has no types for what `require` returns.
  receiving: () => (require('./receive') as typeof import('./receive')).receive,
  sending: () => (require('./send') as typeof import('./send')).sending,
  messages: () => (require('./message') as typeof import('./message')).messages,
  schema: () => (require('./schema') as typeof import('./schema')).openimSchema,
  commandLine: () => (require('./doctor') as typeof import('./doctor')).commandLine,
};
