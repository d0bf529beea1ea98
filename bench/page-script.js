// Runs in the page before its own script: the bridge of a host that answers from memory, and a look at what React draws.
(() => {
  const name = new URLSearchParams(location.search).get('data');
  const data = Promise.all([fetch(`/${name}.json`), fetch('/catalogue.json')]).then((all) =>
    Promise.all(all.map((answer) => answer.json())),
  );
  const listeners = new Map();
  const fine = (value) => ({ ok: true, value });
  const known = {
    openView: async () => fine((await data)[0].view),
    readCatalogueIndex: async () => fine((await data)[1]),
    readResources: async () => fine({ revision: 1, fetchedAtMs: Date.now(), items: (await data)[0].items }),
    on(event, listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
      return () => {};
    },
  };
  window.buoy = new Proxy(known, { get: (calls, call) => calls[call] ?? (async () => fine(null)) });

  // React tells whoever stands here of each commit; with its flag "performed work" a component says that it was drawn.
  const performedWork = 1;
  const drawnLines = new Set();
  const walk = (next, before, line) => {
    const own = next.memoizedProps?.['data-line'] ?? line;
    if (own !== undefined && typeof next.type === 'function' && next.flags & performedWork && next !== before)
      drawnLines.add(own);
    if (before && next.child === before.child) return;
    for (let child = next.child; child; child = child.sibling) walk(child, child.alternate, own);
  };
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true,
    isDisabled: false,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberRoot: (_id, root) => walk(root.current, root.current.alternate),
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    checkDCE() {},
  };

  const lines = () => document.querySelectorAll('[data-line]').length;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = async (holds) => {
    while (!holds()) await frame();
  };
  let revision = null;

  window.bench = {
    /** Milliseconds from going to a place until its rows stand on the screen. Comes back to the overview first. */
    async open(hash) {
      location.hash = '#/overview';
      await until(() => lines() === 0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const startedAt = performance.now();
      location.hash = hash;
      await until(() => lines() > 5);
      // Painted once the frame after the one that drew them begins.
      await frame();
      return performance.now() - startedAt;
    },
    lines,
    /** Sends a droplet's new row; says how many lines were drawn anew and how long it took until then. */
    async change(index) {
      const { view } = (await data)[0];
      revision = (revision ?? view.revision) + 1;
      const row = view.tables.droplets.find(({ key }) => key === document.querySelectorAll('[data-line]')[index].dataset.line);
      // An address decides neither the place of a row nor any sum.
      const address = `192.0.2.${revision}`;
      const set = [{ ...row, publicV4: [address] }];
      await new Promise((resolve) => setTimeout(resolve, 100));
      drawnLines.clear();
      const startedAt = performance.now();
      const patch = { revision, nowMs: view.nowMs, singles: {}, tables: { droplets: { set, remove: [] } } };
      for (const listener of listeners.get('viewPatch') ?? []) listener(patch);
      await until(() => document.body.textContent.includes(address));
      const ms = performance.now() - startedAt;
      await frame();
      await frame();
      return { ms, drawn: drawnLines.size };
    },
  };
})();
