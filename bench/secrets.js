/** What the senders of other webhooks sign with. */
module.exports = { github: 'bench-github-secret', line: 'bench-line-secret', slack: 'bench-slack-secret' };
