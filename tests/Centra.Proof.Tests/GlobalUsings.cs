global using Shouldly;
global using Xunit;
global using PrivatePostgres = Centra.Testing.PrivatePostgres;
