/** Runs `work` with a DevTools session of the page under test. */
async function withSession(session, work) {
  const cdp = await session.browser.getPage(session.id).createCDPSession();
  try {
    return await work(cdp);
  } finally {
    await cdp.detach();
  }
}

const valueOf = (field) => field?.value;

const toNode = ({ role, name, description, value, properties = [] }) => ({
  role: valueOf(role),
  name: valueOf(name) ?? '',
  description: valueOf(description) ?? '',
  value: valueOf(value),
  ...Object.fromEntries(properties.map((property) => [property.name, valueOf(property.value)])),
});

/** The tree's nodes in reading order: the protocol lists them as it meets them. */
function inOrder(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (node) => [node, ...(node.childIds ?? []).flatMap((id) => (byId.has(id) ? walk(byId.get(id)) : []))];
  return nodes.length > 0 ? walk(nodes[0]).filter(({ ignored }) => !ignored) : [];
}

const commands = {
  /** What the browser tells a screen reader: every node, groups included, which the stock command leaves out. */
  'access-tree': (session) =>
    withSession(session, async (cdp) => inOrder((await cdp.send('Accessibility.getFullAXTree')).nodes).map(toNode)),
  /** Windows' high contrast, as `'active'`, or `'none'` again. */
  'forced-colors': async (session, value) => {
    // The emulation ends with its session: this one stays open as long as the page.
    const cdp = await session.browser.getPage(session.id).createCDPSession();
    await cdp.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    return true;
  },
};

/** Commands for tests, sent with `executeServerCommand`, that the runner's own set lacks. */
export function browserCommands() {
  return {
    name: 'browser-commands',
    executeCommand({ command, payload, session }) {
      return Object.hasOwn(commands, command) ? commands[command](session, payload) : undefined;
    },
  };
}
