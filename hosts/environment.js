const { token, secret } = require('./requests');

/** What a server is configured with. */
const environment = { IM_CALLBACK_TOKEN: token, OPENIM_SECRET: secret, VERSION: require('../package.json').version };

/** No telemetry of frameworks, no colours. */
const quiet = {
  NODE_OPTIONS: '',
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_COLOR: '1',
};

module.exports = { environment, quiet };
