import { createServer } from 'node:net';
import { giveUp } from './say.mjs';

function listen(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(undefined)));
  });
}

/** The port as a number; ends the program with advice when it is no port or not to be had. Asked first of all, before minutes of work. */
export async function checkPort(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    giveUp(`PORT must be a number from 1 to 65535, not "${text}".`);
  const problem = await listen(port);
  if (problem === 'EADDRINUSE') {
    giveUp(`
Port ${port} is in use: perhaps this is running already? Look at http://127.0.0.1:${port}
To use another port:  PORT=${port === 65_535 ? 4300 : port + 1} npm start`);
  }
  if (problem) giveUp(`Port ${port} cannot be opened (${problem}). To use another port:  PORT=4300 npm start`);
  return port;
}
