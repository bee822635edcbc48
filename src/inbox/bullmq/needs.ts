import { installed } from '../../options/installed';

// Imported before all that imports them. Both, because BullMQ 6 brings no ioredis along.
const missing = { what: 'express-im-callbacks/inbox/bullmq', packages: 'bullmq@6 ioredis@5' };
installed(() => require('ioredis'), missing);
installed(() => require('bullmq'), missing);
