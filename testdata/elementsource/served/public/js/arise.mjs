export class AriseElements {}
