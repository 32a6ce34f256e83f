import { sendLoad, type Load } from './load.ts';

// A process of its own, told by its parent what to send: the service and its clients do not share an event loop.
process.once('message', (load: Load) => {
  void sendLoad(load).then((measured) => process.send!(measured, () => process.disconnect()));
});
