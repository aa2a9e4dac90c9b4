export { describeProblems, type ConfigurationProblem } from './configuration-problem.ts';
export { defaultDataFolder, hallFolder, stationFolder } from './data-folder.ts';
export { loadConfiguration, parseConfiguration, type LoadedConfiguration } from './load-configuration.ts';
export { refuseUnnamedVirtualDevices, virtualDevices } from './virtual-devices.ts';
