import { installed } from '../../options/installed';

// Imported before all that imports it.
installed(() => require('pg'), { what: 'express-im-callbacks/inbox/postgres', packages: 'pg@8' });
