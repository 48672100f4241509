/** three's loader where it does not block the page; what it has read is handed over. */
import { PCDLoader } from 'three/examples/jsm/loaders/PCDLoader.js';

self.onmessage = async ({ data: url }) => {
  const bytes = await (await fetch(url)).arrayBuffer();
  const { attributes } = new PCDLoader().parse(bytes).geometry;
  const arrays = Object.values(attributes).map(({ array }) => array);
  self.postMessage(
    { count: attributes.position.count, arrays },
    arrays.map(({ buffer }) => buffer),
  );
};
