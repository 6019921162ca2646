// What the hosts that are shared with Centra.Service.Tests take for granted.
global using Centra.People;
