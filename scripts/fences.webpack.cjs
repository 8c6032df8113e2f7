// For dependency-cruiser only: at run time `#domain` is compiled code, for the fences it is its source.
const { resolve } = require('node:path');

const libs = ['domain', 'store', 'market', 'config', 'telemetry'];
const source = (name) => resolve(__dirname, `../libs/${name}/src/index.ts`);

module.exports = {
  resolve: {
    alias: {
      ...Object.fromEntries(libs.map((name) => [`#${name}$`, source(name)])),
      '#operations$': resolve(__dirname, '../apps/web/src/generated/operations.ts'),
    },
  },
};
