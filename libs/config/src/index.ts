export { poolOf, readConfig, type Config, type OidcConfig, type PoolSetting } from './config.js';
export { readFlowConfig, type FlowConfig } from './flow.js';
export { readLaunchConfig, type LaunchConfig } from './launch.js';
