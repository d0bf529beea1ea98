// What a client written by hand does, given a function that sends one request: no repeats, no pacing, ten pages at a time.

/** @param {(path: string, method?: string, body?: string) => Promise<any>} send @param {() => unknown} close */
export const byHand = (send, close) => ({
  async listAll() {
    const first = await send('/v2/droplets?page=1&per_page=200');
    const pages = [first.droplets];
    const last = Math.ceil(first.meta.total / 200);
    let next = 2;
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        while (next <= last) {
          const page = next++;
          pages[page - 1] = (await send(`/v2/droplets?page=${page}&per_page=200`)).droplets;
        }
      }),
    );
    return pages.flat();
  },
  account: async () => (await send('/v2/account')).account,
  /** @param {number} id */
  droplet: async (id) => (await send(`/v2/droplets/${id}`)).droplet,
  act: async () => (await send('/v2/droplets/3164000/actions', 'POST', '{"type":"power_off"}')).action,
  close,
});
