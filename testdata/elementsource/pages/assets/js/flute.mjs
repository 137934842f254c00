export class FluteElements {}
