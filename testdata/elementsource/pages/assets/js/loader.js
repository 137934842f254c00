const slot = document.querySelector("#card");
const { FluteElements } = await import("https://unpkg.com/shop-elements@2/flute.mjs");
new FluteElements().mount(slot);
