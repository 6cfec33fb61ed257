using System.Text;
using MLNet.LossExperiments.Host;
using MLNet.LossExperiments.Host.Terminal;

Console.OutputEncoding = Encoding.UTF8;
Console.SetError(new StreamWriter(new ForgivingStream(Console.OpenStandardError()), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true });
using var stop = new StopSignal();
return new ConsoleApplication(Console.Out, Console.Error, stop.Token).Run(args);
