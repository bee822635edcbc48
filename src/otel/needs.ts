import { installed } from '../options/installed';

// Imported before all that imports it.
installed(() => require('@opentelemetry/api'), {
  what: 'express-im-callbacks/otel',
  packages: '@opentelemetry/api',
});
