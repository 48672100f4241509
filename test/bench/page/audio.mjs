/** Runs inside the measured page: how fast a sound becomes a waveform, by us and by others. */
const width = 1280;
const height = 160;

const nextFrame = () => new Promise((done) => requestAnimationFrame(done));

/** The longest time that the main thread did nothing else meanwhile. */
function watchBlocks() {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    setTimeout(() => port2.postMessage(0), 0);
  };
  port2.postMessage(0);
  return () => {
    port1.close();
    return Math.max(longest, performance.now() - last);
  };
}

function draw(canvas, columns) {
  const context = canvas.getContext('2d', { alpha: false });
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#4363d8';
  for (let x = 0; x < width; x++) {
    const [least, greatest] = [columns[x * 2], columns[x * 2 + 1]];
    if (least <= greatest) {
      context.fillRect(x, (height / 2) * (1 - greatest), 1, Math.max(1, ((greatest - least) * height) / 2));
    }
  }
}

const contenders = {
  /** The editor's own reader, with as much drawing as is needed to see it. */
  async editor(host, url, seen) {
    const { openSound } = await import('/built/open-sound.js');
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    host.replaceChildren(canvas);
    const { value: sound, problems } = await openSound(url, { signal: new AbortController().signal });
    if (!sound) throw new Error(problems.map(({ message }) => message).join(' '));
    let due = false;
    sound.onChange(async () => {
      if (due) return;
      due = true;
      await nextFrame();
      due = false;
      draw(canvas, sound.columns(0, 0, sound.duration, width));
      seen();
    });
    const { problems: wrong } = await sound.done;
    if (wrong) throw new Error(wrong.map(({ message }) => message).join(' '));
    draw(canvas, sound.columns(0, 0, sound.duration, width));
    return sound.duration;
  },

  async wavesurfer(host, url, seen) {
    const { default: WaveSurfer } = await import('/wavesurfer/wavesurfer.esm.js');
    host.replaceChildren();
    const surfer = WaveSurfer.create({ container: host, url, height });
    await new Promise((done, fail) => {
      surfer.once('ready', done);
      surfer.once('error', fail);
    });
    seen();
    return surfer.getDuration();
  },

  /** The physical limit of decoding all at once. */
  async decoder(host, url, seen) {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    host.replaceChildren(canvas);
    const bytes = await (await fetch(url)).arrayBuffer();
    const buffer = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes);
    const samples = buffer.getChannelData(0);
    const columns = new Float32Array(width * 2);
    for (let x = 0; x < width; x++) {
      let [least, greatest] = [1, -1];
      const end = Math.floor(((x + 1) * samples.length) / width);
      for (let i = Math.floor((x * samples.length) / width); i < end; i++) {
        const value = samples[i];
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
      columns.set([least, greatest], x * 2);
    }
    draw(canvas, columns);
    seen();
    return buffer.duration;
  },

  /** The least that reading the file takes, without looking at it. */
  async fetch(_, url, seen) {
    const reader = (await fetch(url)).body.getReader();
    let size = 0;
    for (let part = await reader.read(); part.value; part = await reader.read()) size += part.value.length;
    seen();
    return size;
  },
};

/** Milliseconds until something and until all is seen, and the longest block of the main thread. */
export async function measure(name, url) {
  const host = document.getElementById('host');
  const blocks = watchBlocks();
  const started = performance.now();
  let first;
  const result = await contenders[name](host, url, () => {
    first ??= performance.now() - started;
  });
  const all = performance.now() - started;
  await nextFrame();
  return { first: first ?? all, all, block: blocks(), result };
}

window.audio = { measure };
window.ready = true;
