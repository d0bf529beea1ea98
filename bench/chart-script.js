// Runs in the page before its own script, after page-script.js: charts and sparks are answered from memory, when the bench says so.
(() => {
  const lines = 8;
  const minutes = 14 * 24 * 60;
  const from = Math.floor(Date.now() / 60_000) * 60_000 - (minutes - 1) * 60_000;
  // Noise over swings, the same in every run: a plain line would be drawn faster than life is.
  let state = 1;
  const noise = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const values = Array.from({ length: lines }, (_, line) =>
    Array.from({ length: minutes }, (_, at) =>
      // A gap of an hour, and single measurements that are missing.
      (at > 9000 && at < 9060) || at % 977 === 5
        ? null
        : Math.round((10 + line * 9 + 5 * Math.sin(at / (90 + 40 * line)) + 4 * noise()) * 100) / 100,
    ),
  );
  const chart = () => ({
    unit: 'percent',
    startMs: from,
    endMs: from + (minutes - 1) * 60_000,
    fromMs: from,
    stepMs: 60_000,
    lines: values.map((own, line) => ({ line: 'mode', detail: `mode ${line + 1}`, values: own })),
    limits: [],
    sampledAtMs: from + (minutes - 1) * 60_000,
    freshUntilMs: Date.now() + 3_600_000,
  });
  const spark = (key) => ({
    key,
    state: 'read',
    values: Array.from({ length: 96 }, () => Math.round(1000 * noise()) / 10),
    endMs: Date.now(),
    latest: 50,
    sampledAtMs: Date.now(),
  });

  let waiting = null;
  const held = () =>
    new Promise((resolve) => {
      waiting = resolve;
    });
  const calls = {
    readMetric: async () => {
      await held();
      return { ok: true, value: chart() };
    },
    readSparks: async ({ dropletKeys }) => {
      if (window.benchCharts.areSparksHeld) await held();
      return { ok: true, value: dropletKeys.map(spark) };
    },
  };
  const others = window.buoy;
  window.buoy = new Proxy(others, { get: (target, call) => calls[call] ?? target[call] });

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = async (holds) => {
    while (!holds()) await frame();
  };
  const drawn = () => document.querySelector('[data-drawn]');
  /** Resolves in the moment at which something appears. */
  const appears = (find) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!find()) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-drawn'] });
    });

  window.benchCharts = {
    areSparksHeld: false,
    /** Milliseconds from the answer until Buoy's chart of it is drawn, and the size of the drawing. */
    async draw(hash) {
      location.hash = '#/overview';
      await until(() => !drawn());
      location.hash = hash;
      await until(() => waiting !== null);
      await new Promise((resolve) => setTimeout(resolve, 100));
      const end = appears(drawn);
      const startedAt = performance.now();
      waiting();
      waiting = null;
      const ms = (await end) - startedAt;
      const { width, height } = drawn().querySelector('canvas').getBoundingClientRect();
      return { ms, width, height };
    },
    /** The same data in the library alone, in a box of that size. */
    async plain({ width, height }) {
      const place = document.createElement('div');
      document.body.append(place);
      await frame();
      const { fromMs, stepMs } = chart();
      const times = Array.from({ length: minutes }, (_, index) => (fromMs + index * stepMs) / 1000);
      const colours = ['#0b7190', '#7a8790', '#5a5fa8', '#9a4f7c'];
      const startedAt = performance.now();
      const ms = await new Promise((resolve) => {
        const series = values.map((_, line) => ({ stroke: colours[line % 4], width: 1.5, points: { show: false } }));
        const hooks = { draw: [() => resolve(performance.now() - startedAt)] };
        new window.uPlot({ width, height, legend: { show: false }, series: [{}, ...series], hooks }, [times, ...values], place);
      });
      place.remove();
      return ms;
    },
    /** The longest task while the sparks of a list arrive, and how many are there then. */
    async sparks(hash) {
      location.hash = '#/overview';
      await until(() => document.querySelectorAll('[data-line]').length === 0);
      location.hash = hash;
      await until(() => waiting !== null);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const tasks = [];
      const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
      observer.observe({ entryTypes: ['longtask'] });
      const frames = [];
      let isOver = false;
      const watch = (before) => (now) => {
        frames.push(now - before);
        if (!isOver) requestAnimationFrame(watch(now));
      };
      requestAnimationFrame((now) => requestAnimationFrame(watch(now)));
      const rows = document.querySelectorAll('[data-line] .spark-none').length;
      window.benchCharts.areSparksHeld = false;
      waiting();
      waiting = null;
      await until(() => document.querySelectorAll('[data-line] .spark').length >= rows);
      await new Promise((resolve) => setTimeout(resolve, 100));
      isOver = true;
      observer.disconnect();
      return {
        longest: Math.max(0, ...tasks),
        longestFrame: Math.max(...frames),
        count: document.querySelectorAll('.spark').length,
      };
    },
  };
})();
