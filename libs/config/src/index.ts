export { readConfig, type Config, type DemoLogin } from './config.js';
export { readLaunchConfig, type LaunchConfig } from './launch.js';
