/** "8 × H100, 640 GB" for `gpu-h100x8-640gb`; a code that is written otherwise stands as it is. */
export function acceleratorWords(code: string): string {
  const [, model, count, memory] = /^gpu-([a-z\d]+)x(\d+)-(\d+)gb/.exec(code) ?? [];
  return model === undefined ? code : `${count} × ${model.toUpperCase()}, ${memory} GB`;
}
