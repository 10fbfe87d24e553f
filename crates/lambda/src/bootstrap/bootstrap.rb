# frozen_string_literal: true

# Runs a Ruby handler on the Lambda Runtime API.
#
# What a handler can observe follows AWS's own client for Ruby: the libraries that are there without
# being asked for, the names LambdaContext, LambdaHandler and AwsLambda::Marshaller, the words and the
# exit statuses of failures, and that `puts` and loggers write one message, however many lines it has.
require "json"
require "logger"
require "socket"
require "stringio"
require "time"

# AWS's client loads these at once; they take longer than all the rest.
autoload :Net, "net/http"
autoload :URI, "uri"

$stdout.sync = true

# The invocation that runs now, for those who log.
$_global_aws_request_id = nil

# Where log lines go: each message in a frame of a mark, its length and its time, on the standard output.
class TelemetryLogSink < Logger::LogDevice
  MARK = [0xa55a0003].pack("L>").freeze
  MOST = 262_144

  def initialize(output)
    @output = output
    @turn = Mutex.new
  end

  def write(message)
    text = message.to_s.b
    micros = (Time.now.to_f * 1_000_000).to_i
    @turn.synchronize do
      0.step([text.bytesize - 1, 0].max, MOST) do |start|
        part = text.byteslice(start, MOST)
        @output.syswrite(MARK + [part.bytesize, micros].pack("L>Q>") + part)
      end
    end
  end

  def reopen(*) = nil

  def close = nil
end

# What functions need not see.
module Portcullis
  LOG_SINK = TelemetryLogSink.new(STDOUT)
end

module Kernel
  def puts(*values)
    message = values.flatten.map { |value| value.to_s.encode("UTF-8") }.join("\n")
    Portcullis::LOG_SINK.write(message.end_with?("\n") ? message : "#{message}\n")
    nil
  end
end

# As Ruby's own, with the id of the request.
class LogFormatter < Logger::Formatter
  def call(severity, time, program, message)
    format("%<mark>s, [%<time>s #%<process>d] %<severity>5s %<request>s -- %<program>s: %<message>s",
           mark: severity[0], time: format_datetime(time), process: Process.pid, severity: severity,
           request: $_global_aws_request_id, program: program, message: msg2str(message)).encode("UTF-8")
  end
end

# Loggers that write to the standard streams write messages.
module LambdaLoggers
  def initialize(device, *rest, formatter: nil, level: "debug", **others)
    return super unless !device || device.equal?($stdout) || device.equal?($stderr)

    super(Portcullis::LOG_SINK, *rest, formatter: formatter || LogFormatter.new, level: level, **others)
  end
end
Logger.prepend(LambdaLoggers)

# What a handler gets beside its event.
class LambdaContext
  attr_reader :aws_request_id, :invoked_function_arn, :log_group_name, :log_stream_name, :function_name,
              :memory_limit_in_mb, :function_version, :identity, :tenant_id, :client_context, :deadline_ms

  def initialize(request)
    @ahead = clock(Process::CLOCK_REALTIME) - clock(Process::CLOCK_MONOTONIC)
    @deadline_ms = request["Lambda-Runtime-Deadline-Ms"].to_i
    @aws_request_id = request["Lambda-Runtime-Aws-Request-Id"]
    @invoked_function_arn = request["Lambda-Runtime-Invoked-Function-Arn"]
    @log_group_name, @log_stream_name, @function_name, @memory_limit_in_mb, @function_version =
      ENV.values_at("AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_FUNCTION_NAME",
                    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION")
    @identity = parsed(request["Lambda-Runtime-Cognito-Identity"])
    @client_context = parsed(request["Lambda-Runtime-Client-Context"])
  end

  def get_remaining_time_in_millis
    [@deadline_ms - clock(Process::CLOCK_MONOTONIC) - @ahead, 0].max
  end

  private

  def clock(which) = Process.clock_gettime(which, :millisecond)

  def parsed(text) = text.to_s.empty? ? nil : JSON.parse(text)
end

module AwsLambda
  # Functions may put their own in the place of these two.
  class Marshaller
    class << self
      def marshall_request(request)
        request["Content-Type"] == "application/json" ? JSON.parse(request.body) : request.body
      end

      def marshall_response(answer)
        case answer
        when StringIO, IO then [answer, "application/unknown"]
        else answer.to_json
        end
      end
    end
  end
end

# A failure in the words that callers read.
class Portcullis::Fault
  # Types that are told in the header; of others it is told that they are the function's.
  TOLD = %w[ArgumentError NoMethodError Exception StandardError NameError LoadError SystemExit SystemStackError].freeze
  MOST_LINES = 100
  private_constant :TOLD, :MOST_LINES

  def initialize(error, phase)
    @type = "#{phase}<#{error.class}>"
    @told_type = TOLD.include?(error.class.to_s) ? @type : "Function<UserException>"
    @message = error.message
    lines = (error.backtrace_locations || []).map(&:to_s)
    @lines = lines.first(MOST_LINES).take_while { |line| !line.start_with?(__FILE__) }
  end

  attr_reader :told_type

  def as_json = { errorMessage: @message, errorType: @type, stackTrace: @lines }

  def log(introduction)
    puts introduction
    puts JSON.pretty_generate(as_json)
  end
end

# One kept-alive HTTP connection to the Runtime API.
class Portcullis::Api
  Answer = Struct.new(:headers, :body) do
    def [](name) = headers[name.downcase]
  end

  def initialize(address)
    @address = address
    host, _, port = address.rpartition(":")
    @socket = TCPSocket.new(host, port.to_i)
    @socket.setsockopt(Socket::IPPROTO_TCP, Socket::TCP_NODELAY, 1)
  end

  def call(verb, path, body = "", headers = {})
    body = body.to_s.b
    lines = headers.map { |name, value| "#{name}: #{value}\r\n" }.join
    @socket.write("#{verb} /2018-06-01/runtime/#{path} HTTP/1.1\r\nHost: #{@address}\r\n" \
                  "Content-Length: #{body.bytesize}\r\n#{lines}\r\n".b + body)
    answer
  end

  private

  def answer
    line or exit!(1)
    headers = {}
    while (field = line) && !field.empty?
      name, value = field.split(":", 2)
      headers[name.downcase] = value.to_s.strip
    end
    length = headers["content-length"].to_i
    Answer.new(headers, length.zero? ? "" : @socket.read(length).force_encoding("UTF-8"))
  end

  def line = @socket.gets&.chomp
end

# The function's method: FILE.METHOD, or FILE.CLASS.METHOD.
class LambdaHandler
  attr_reader :handler_file_name

  def initialize(name)
    parts = name.split(".")
    unless [2, 3].include?(parts.size)
      raise ArgumentError, "Invalid handler #{parts}, must be of form FILENAME.METHOD or FILENAME.CLASS.METHOD " \
                           "where FILENAME corresponds with an existing Ruby source file FILENAME.rb, CLASS is an " \
                           "optional module/class namespace and METHOD is a callable method. If using CLASS, METHOD " \
                           "must be a class-level method."
    end
    @handler_file_name = parts.first
    @handler_class = parts[1] if parts.size == 3
    @handler_method_name = parts.last
  end

  def call_handler(event, context)
    whose = @handler_class ? Kernel.const_get(@handler_class) : self
    # Making JSON of the answer is the function's own code too.
    AwsLambda::Marshaller.marshall_response(whose.__send__(@handler_method_name, event: event, context: context))
  end
end

# Asks for events until the runtime must end, and says with which status.
class Portcullis::Loop
  def initialize(api)
    @api = api
  end

  def load(name)
    @handler = LambdaHandler.new(name)
    require @handler.handler_file_name
  end

  # What ends the process here is told as a failure of the init phase, as by AWS's client.
  def run(name)
    load(name)
    status = nil
    status = serve until status
    status
  rescue Exception => error # rubocop:disable Lint/RescueException
    fault = Portcullis::Fault.new(error, "Init")
    fault.log("Init error when loading handler ")
    tell("init/error", fault)
    -4
  end

  private

  def serve
    request = @api.call("GET", "invocation/next")
    id = $_global_aws_request_id = request["Lambda-Runtime-Aws-Request-Id"]
    ENV["_X_AMZN_TRACE_ID"] = request["Lambda-Runtime-Trace-Id"]
    event = AwsLambda::Marshaller.marshall_request(request)
    invoke(id, event, LambdaContext.new(request))
  end

  # An error of the standard kinds leaves the runtime as it is; what looks like a defect ends it.
  def invoke(id, event, context)
    body, type = @handler.call_handler(event, context)
    body = body.read if type == "application/unknown"
    @api.call("POST", "invocation/#{id}/response", body, "Content-Type" => type || "application/json")
    nil
  rescue NameError => error
    failed(id, error, "Critical exception from handler", -1)
  rescue StandardError => error
    failed(id, error, "Error raised from handler method", nil)
  rescue Exception => error # rubocop:disable Lint/RescueException
    failed(id, error, "Critical exception from handler", -1)
  end

  def failed(id, error, introduction, status)
    fault = Portcullis::Fault.new(error, "Function")
    fault.log(introduction)
    tell("invocation/#{id}/error", fault)
    status
  end

  def tell(path, fault)
    @api.call("POST", path, fault.as_json.to_json, "Lambda-Runtime-Function-Error-Type" => fault.told_type)
  end
end

api = Portcullis::Api.new(ENV.fetch("AWS_LAMBDA_RUNTIME_API"))
api.call("GET", "portcullis/hold") if ENV.delete("_PORTCULLIS_HOLD")
$LOAD_PATH.unshift(ENV.fetch("LAMBDA_TASK_ROOT")) unless $LOAD_PATH.include?(ENV["LAMBDA_TASK_ROOT"])
exit(Portcullis::Loop.new(api).run(ENV.fetch("_HANDLER")))
